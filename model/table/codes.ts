/** The closed table of what can be wrong with a table as it is read. Every code has a section in `docs/codes/reading.md`. */
export const READING_CODES = {
  SA101: { title: 'the text cannot be read', remedy: 'Correct the syntax at this place.' },
  SA102: { title: 'a key stands twice', remedy: 'Keep one of the two; the other would be lost.' },
  SA103: {
    title: 'this is not a table',
    remedy: 'Write a table as pure data: an object with name, states, events and transitions.',
  },
  SA104: { title: 'too large', remedy: 'Split the table, or write it without deep nesting and aliases.' },
  SA105: { title: 'a YAML feature that tables do not use', remedy: 'Write the value out plainly.' },
  SA106: { title: 'a key that is not allowed', remedy: 'Choose another name.' },
  SA110: { title: 'a key is missing', remedy: 'Add the key.' },
  SA111: { title: 'an unknown key', remedy: 'Correct the key, or remove it.' },
  SA112: { title: 'a value of the wrong shape', remedy: 'Write it in the expected shape.' },
  SA113: { title: 'an empty list', remedy: 'Name at least one, or remove the line.' },
  SA120: {
    title: 'a bad name',
    remedy: 'Begin with a letter and go on with letters, digits, _, - or .; put words for readers into label.',
  },
  SA121: { title: 'a reserved name', remedy: 'Choose another name; this one is a word of the language.' },
  SA130: { title: 'an unknown state', remedy: 'Declare it in states, or correct the name.' },
  SA131: { title: 'an unknown event', remedy: 'Declare it in events, or correct the name.' },
  SA132: { title: 'an unknown variable', remedy: 'Declare it in memory, or correct the name.' },
  SA133: { title: 'an unknown group', remedy: 'Give a state this group, or correct the name.' },
  SA134: { title: 'an unknown tag', remedy: 'Give a state this tag, or correct the name.' },
  SA135: { title: 'an unknown actor', remedy: 'Declare it in actors, or correct the name.' },
  SA136: { title: 'an unknown source', remedy: 'Declare it in sources, or correct the name.' },
  SA140: {
    title: 'not a duration',
    remedy: 'Write an ISO 8601 duration of more than nothing, such as PT30S, PT5M or P14D.',
  },
  SA141: { title: 'a range that is none', remedy: 'Write two integers, the smaller first: [0, 3].' },
  SA142: { title: 'a value outside the domain', remedy: 'Use a value of the variable’s domain, or widen the domain.' },
  SA143: {
    title: 'an operation that does not suit the variable',
    remedy: 'Order and add numbers of a range; compare other variables with eq, ne or in.',
  },
  SA144: {
    title: 'not a saved state',
    remedy: 'Recall and save only with a variable declared with states: { states: [...] }.',
  },
  SA145: { title: 'not a date', remedy: 'Write an ISO 8601 calendar date, such as 2024-05-31.' },
  SA146: {
    title: 'a variable without one kind',
    remedy: 'Give exactly one of range, values, flag and states; range and values also need initial.',
  },
  SA150: { title: 'no initial state', remedy: 'Mark at least one state with initial: true.' },
  SA151: {
    title: 'a property without one kind',
    remedy:
      'Give exactly one of invariant, never, reachable, alwaysCanReach, eventually, or when with leadsTo; after and fair only where they mean something.',
  },
  SA152: {
    title: 'a ruling without one subject',
    remedy: 'Give exactly one of finding (a code such as SA204), property and claim.',
  },
  SA153: { title: 'a line without a claim', remedy: 'Cite a line on which the source has a claim.' },
  SA154: {
    title: 'too many initial configurations',
    remedy: 'Start with fewer values; let a row choose the others, so that they are found one after the other.',
  },
} as const;

/** A code of a reading diagnostic. */
export type ReadingCode = keyof typeof READING_CODES;
