/** Characters as readers see them, and texts that are cut between them. */

/** A character with all that is drawn as one with it: marks, variants, and what a joiner joins. */
const CHARACTER = /\P{M}(?:\p{M}|\p{Emoji_Modifier})*(?:\u200d\P{M}(?:\p{M}|\p{Emoji_Modifier})*)*|\p{M}+/gsu;

/** The characters of a text. */
export const charactersOf = (text: string): readonly string[] => text.match(CHARACTER) ?? [];

/** A text of at most so many characters: what is more becomes an ellipsis, and is told whole elsewhere. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = charactersOf(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
