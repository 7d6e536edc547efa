// Hands the model to every view without passing it through each.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Model } from '../model/index.ts';

export const ModelContext = createContext<Model | null>(null);

export function useModel(): Model {
  const model = useContext(ModelContext);
  if (model === null) throw new Error('A view was drawn outside the panel.');
  return model;
}
