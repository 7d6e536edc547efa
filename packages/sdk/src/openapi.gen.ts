// Placeholder until the first generation from openapi.json: every path, untyped. Replaced by `generate.ts`.
interface Operation {
  parameters: { query?: Record<string, any>; path?: Record<string, any>; header?: Record<string, any>; cookie?: Record<string, any> };
  requestBody?: { content: { 'application/json': any } };
  responses: {
    200: { headers: Record<string, unknown>; content: { 'application/json': any } };
    default: { headers: Record<string, unknown>; content: { 'application/problem+json': any } };
  };
}
export type paths = Record<string, { get: Operation; put: Operation; post: Operation; patch: Operation; delete: Operation }>;
export type components = { schemas: Record<string, any> };
export type operations = Record<string, any>;
