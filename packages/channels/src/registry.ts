// Every recipe, one line each. The shared suite runs over this list by itself.
import type { Recipe } from './recipe.ts';
import { converse } from './recipes/converse.ts';
import { gmail } from './recipes/gmail.ts';
import { roundcube } from './recipes/roundcube.ts';

export const RECIPES: readonly Recipe[] = [gmail, roundcube, converse];
