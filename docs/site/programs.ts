/** Loads the programs of a page: each only where there is an element for it. */

declare global {
  interface ImportMeta {
    /** What Vite puts in place of this: a way to load each of the files. */
    glob<T>(patterns: readonly string[]): { readonly [file: string]: () => Promise<T> };
  }
}

const PROGRAMS = import.meta.glob<void>([
  './diagrams/element.{ts,js}',
  './matrix/element.{ts,js}',
  './simulator/element.{ts,js}',
]);

const FOLDERS: { readonly [element: string]: string } = {
  'atlas-diagram': 'diagrams',
  'atlas-matrix': 'matrix',
  'state-simulator': 'simulator',
};

for (const [element, folder] of Object.entries(FOLDERS))
  if (document.querySelector(element) !== null)
    for (const [file, load] of Object.entries(PROGRAMS)) if (file.startsWith(`./${folder}/`)) void load();

export {};
