/** The tags of comments that ask for a table or a state: `@stateAtlas path/to/order.atlas.yaml#placed`. */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { CommentTag, DeclarationReflection, ProjectReflection, Reflection, SourceReference } from 'typedoc';

export const TAG = '@stateAtlas';

/** What a tag asks for, and where it stands. */
export type Asked = {
  readonly tag: CommentTag;
  /** The file of the table. */
  readonly file: string;
  /** The state; all of the table where none is named. */
  readonly state?: string;
  /** The place of the tag, as `file:line`. */
  readonly place: string;
  /** What is wrong with it, where it cannot be read. */
  readonly problem?: string;
};

/** Every tag of a project. A path that begins with a dot is taken from the file with the comment, any other one from the working folder. */
export function tagsIn(project: ProjectReflection): readonly Asked[] {
  const found = new Map<CommentTag, Asked>();
  for (const reflection of Object.values(project.reflections))
    for (const tag of reflection.comment?.blockTags ?? [])
      if (tag.tag === TAG) found.set(tag, asked(tag, sourceOf(reflection)));
  return [...found.values()];
}

function asked(tag: CommentTag, source: SourceReference | undefined): Asked {
  const text = tag.content
    .map((part) => part.text)
    .join('')
    .trim();
  const place = placeOf(source, text);
  const [path = '', state, ...more] = text.split('#');
  const wrong = path === '' || more.length > 0 || state === '' || /\s/.test(text);
  const problem = wrong
    ? `${JSON.stringify(text)} is no table; write ${TAG} path/to/order.atlas.yaml#state, or only the path`
    : undefined;
  const from = path.startsWith('.') && source !== undefined ? dirname(source.fullFileName) : process.cwd();
  const named = state === undefined ? {} : { state };
  return { tag, file: resolve(from, path), place, ...named, ...(problem !== undefined && { problem }) };
}

/** The source of a symbol: its own, or that of what it is a part of. */
function sourceOf(reflection: Reflection): SourceReference | undefined {
  for (let each: Reflection | undefined = reflection; each !== undefined; each = each.parent) {
    const [source] = (each as Partial<DeclarationReflection>).sources ?? [];
    if (source !== undefined) return source;
  }
  return undefined;
}

/** Where a tag stands: the nearest line above its symbol that holds it, or the line of the symbol. */
function placeOf(source: SourceReference | undefined, text: string): string {
  if (source === undefined) return 'a comment';
  const file = relative(process.cwd(), source.fullFileName).split(sep).join('/');
  const lines = linesOf(source.fullFileName).slice(0, source.line);
  const written = lines.findLastIndex((line) => line.includes(TAG) && line.includes(text.split(/\s/, 1)[0] as string));
  return `${file}:${written < 0 ? source.line : written + 1}`;
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
