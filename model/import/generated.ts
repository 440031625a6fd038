/** What marks a block of a Markdown file that `stateatlas generate` fills: the lines before and after it. */
export const BLOCK_BEGIN = /^(\s*)<!--\s*atlas:begin\b(.*?)-->\s*$/;
export const BLOCK_END = /^\s*<!--\s*atlas:end\s*-->\s*$/;
