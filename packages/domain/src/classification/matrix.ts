// The attack/defence matrix (product.md C6): across, what a customer could buy; up, our share of it.
export type Quadrant = 'base' | 'attack' | 'maintain' | 'harass';
export const QUADRANTS: readonly Quadrant[] = ['base', 'attack', 'maintain', 'harass'];

/** The two number fields and where the matrix is cut; a figure on the line counts as over it. */
export type MatrixSetting = {
  readonly x_field: string;
  readonly y_field: string;
  readonly x_cut: number;
  readonly y_cut: number;
};

/** Base 根据地: much potential, much of it ours. Attack 进攻: much of it others'. Maintain 维持: little, but ours. Harass 侵扰: neither. */
export function quadrantOf(x: number, y: number, { x_cut, y_cut }: MatrixSetting): Quadrant {
  if (x >= x_cut) return y >= y_cut ? 'base' : 'attack';
  return y >= y_cut ? 'maintain' : 'harass';
}

/** Where a contact with these fields stands; null where a figure is missing or there is no matrix. */
export function quadrantOfFields(
  fields: Readonly<Record<string, unknown>>,
  matrix: MatrixSetting | null,
): { readonly quadrant: Quadrant; readonly x: number; readonly y: number } | null {
  if (!matrix) return null;
  const figure = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const [x, y] = [figure(matrix.x_field), figure(matrix.y_field)];
  if (typeof x !== 'number' || typeof y !== 'number') return null;
  return { quadrant: quadrantOf(x, y, matrix), x, y };
}
