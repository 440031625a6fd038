/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The diagrams of the page follow the run. */
import type { TableConfiguration } from '../../../../model/explore/machine.ts';
import { isSystem, type Model } from '../../../../model/system/types.ts';
import type { Table } from '../../../../model/table/types.ts';
import { type Marks, mark } from '../../diagrams/element/marks.ts';
import type { Scene } from './scene.ts';

/** A diagram of the page, with the table that it shows. */
export type Shown = { readonly element: HTMLElement; readonly table: Table };

/** The diagrams of states in the page, each with the first table of the model that has all of its states and no diagram yet. */
export function diagramsIn(page: ParentNode, model: Model): readonly Shown[] {
  const tables = new Set(isSystem(model) ? model.tables : [model]);
  return [...page.querySelectorAll<HTMLElement>('atlas-diagram')].flatMap((element): readonly Shown[] => {
    const states = [...element.querySelectorAll('[data-state]')].map((box) => box.getAttribute('data-state') ?? '');
    const table = [...tables].find(
      (each) => states.length > 0 && states.every((state) => Object.hasOwn(each.states, state)),
    );
    if (table === undefined) return [];
    tables.delete(table);
    return [{ element, table }];
  });
}

/** Marks the state that a table is in, and the rows of the last step. */
export const markDiagram = ({ element }: Shown, { place, last }: Scene): void =>
  markAll(element, {
    states: [(place.configuration as TableConfiguration).state],
    rows: (last?.rows ?? []).map(({ row }) => row),
  });

/** Marks a diagram. Its element brings the state into sight; until it is there, the picture is marked all the same. */
export function markAll(element: HTMLElement, marks: Marks): void {
  if ('mark' in element) (element as HTMLElement & { mark(marks: Marks): void }).mark(marks);
  else mark(element, marks);
}
