/** A trace in the address of the simulator’s page: `#token=0:place,decline`, with the token that `stateatlas play --token` takes. */

/** How such a fragment begins. */
export const TOKEN_BEGIN = '#token=';

/**
 * The fragment for a token. The marks of tokens stay readable; all else is escaped, brackets too, so that whatever passes the link on, or
 * writes it into Markdown, cannot change it.
 */
export const fragmentOf = (token: string): string =>
  `${TOKEN_BEGIN}${encodeURIComponent(token)
    .replace(/%(3A|2C|40)/g, (mark) => decodeURIComponent(mark))
    .replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`)}`;
