// The SDK: a typed client for every operation of the API.
export {
  type ClientOptions,
  createClient,
  type DataOf,
  IDEMPOTENCY_KEY,
  type SidestageClient,
  unwrap,
} from './client.ts';
export { type EventStreamOptions, followEvents, type SidestageEvent } from './event-stream.ts';
export type { components, operations, paths } from './openapi.gen.ts';
export { type ItemOf, type PageParams, paginate } from './paginate.ts';
export {
  type ProblemBody,
  type ProblemCode,
  type ProblemFault,
  problemFrom,
  SidestageProblem,
  SidestageUnreachable,
} from './problem.ts';
export {
  type VerifyOptions,
  verifyWebhook,
  type WebhookEvent,
  type WebhookMessage,
  WebhookRefused,
} from './webhook.ts';
