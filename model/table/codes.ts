/** The closed table of what can be wrong with a table or a system as it is read. Every code has a section in `docs/codes/reading.md`. */
export const READING_CODES = {
  SA101: { title: 'the text cannot be read', remedy: 'Correct the syntax at this place.' },
  SA102: { title: 'a key stands twice', remedy: 'Keep one of the two; the other would be lost.' },
  SA103: {
    title: 'this is not a table',
    remedy:
      'Write a table as pure data: an object with name, states, events and transitions; or a system, with name, tables and instances.',
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
    remedy:
      'Give exactly one of range, values, flag and states (of a system: instance); range and values of a variable also need initial.',
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
  SA160: { title: 'an unknown table', remedy: 'Give it among tables, or correct the name.' },
  SA161: { title: 'an unknown set', remedy: 'Declare it in instances, or correct the name.' },
  SA162: {
    title: 'an unknown reference',
    remedy: 'Name a parameter or an instance (of a set of one: the set); or correct the name.',
  },
  SA163: { title: 'an unknown parameter', remedy: 'Declare it before it is used, or correct the name.' },
  SA164: { title: 'an unknown channel', remedy: 'Declare it in channels, or correct the name.' },
  SA165: { title: 'a name that is taken', remedy: 'Give one of the two another name.' },
  SA166: { title: 'sets made for each other', remedy: 'Let one of them be declared without per.' },
  SA167: { title: 'an instance without a table', remedy: 'Give its set a table, or ask of its memory alone.' },
  SA168: {
    title: 'a variable that only rows write',
    remedy: 'Let a row of the table set it, or add a variable to the instances in the system.',
  },
  SA169: { title: 'a message that does not fit its channel', remedy: 'Give every field of the channel, and no other.' },
  SA170: {
    title: 'too many instances',
    remedy: 'Declare fewer: verdicts on a few instances are exact, and found in time.',
  },
  SA171: {
    title: 'too many bindings',
    remedy:
      'Use fewer parameters at once, or let them range over less; choose step by step what cannot be chosen at once.',
  },
  SA172: { title: 'too many values', remedy: 'Write a smaller domain: only what behaviour depends on.' },
  SA173: { title: 'a reference that does not fit', remedy: 'Name a parameter or an instance of the right set.' },
  SA174: {
    title: 'a guard that asks what is enabled',
    remedy: 'Ask in a property; in a guard, write the condition itself.',
  },
  SA175: { title: 'a start that the table does not have', remedy: 'Mark the state as initial in the table.' },
  SA176: { title: 'a set counted in two ways', remedy: 'Give count, or per, or neither for a single instance.' },
  SA177: {
    title: 'an event without effect',
    remedy: 'Name who moves, or what is set, sent or received; what is only asked belongs into a property.',
  },
  SA178: { title: 'nothing to differ from', remedy: 'Name at least two, each once; or remove the line.' },
} as const;

/** A code of a reading diagnostic. */
export type ReadingCode = keyof typeof READING_CODES;
