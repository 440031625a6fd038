/** A table or a system as a graph in DOT, for Graphviz and everything that reads its language. */
import { isSystem, type Model } from '../../model/system/types.ts';
import { dotOfSystem } from './dot-system.ts';
import { dotOfTable } from './dot-table.ts';

export const dot = (model: Model, language: string): string =>
  isSystem(model) ? dotOfSystem(model, language) : dotOfTable(model, language);
