/** Reading the tags of a page that is written, each with its place in the text. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** A start tag. Places of attributes are offsets in the text. */
export type Tag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly placeOf: (attribute: string) => { readonly start: number; readonly end: number } | undefined;
  /** What stands in a script or style. */
  readonly text: string;
};

const RAW: { readonly [name: string]: number } = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

/** The start tags of a page, in their order. */
export function tagsOf(html: string): readonly Tag[] {
  const tags: (Tag & { text: string })[] = [];
  const nothing = (): void => {};
  const characters = ({ chars }: Token.CharacterToken): void => {
    const last = tags.at(-1);
    if (last !== undefined && (last.name === 'script' || last.name === 'style')) last.text += chars;
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName: name, attrs, location }) {
        tags.push({
          name,
          attributes: new Map(attrs.map((each) => [each.name, each.value])),
          placeOf(attribute) {
            const place = location?.attrs?.[attribute];
            return place && { start: place.startOffset, end: place.endOffset };
          },
          text: '',
        });
        const mode = RAW[name];
        if (mode !== undefined) tokenizer.state = mode;
      },
      // What follows the end of a script is no longer part of it.
      onEndTag: ({ tagName }) => {
        if (tagName === 'script' || tagName === 'style')
          tags.push({ name: `/${tagName}`, attributes: new Map(), placeOf: () => undefined, text: '' });
      },
      onCharacter: characters,
      onWhitespaceCharacter: characters,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
  return tags;
}
