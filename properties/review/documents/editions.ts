/** Defects of the German edition of a document, beside the English one. For tests only. */
import { type Against, between, item, type Planted } from './planting.ts';

const EDITIONS: Against = { documents: ['parcel.html', 'parcel.de.html'] };
const EDITIONS_AND_TABLE: Against = { ...EDITIONS, table: 'parcel.atlas.yaml' };

const ABGEHOLT_TO_ZENTRUM = between('Abgeholt', 'Im Verteilzentrum', 'Das Paket wird sortiert.');

export const editions: readonly Planted[] = [
  {
    kind: 'edition: collapsed labels',
    document: 'parcel.de.html',
    replace: '<td>Im Laden</td>\n<td>Der Bote',
    with: '<td>In Zustellung</td>\n<td>Der Bote',
    expect: { code: 'SA370', line: 34 },
    also: 'more',
    against: EDITIONS,
  },
  {
    kind: 'edition: claim missing in one of two columns',
    document: 'parcel.de.html',
    replace: `${item('Im Verteilzentrum')}${item('Übergeben')}`,
    with: item('Übergeben'),
    expect: { code: 'SA321', line: 26 },
    against: EDITIONS,
  },
  {
    kind: 'edition: missing claim',
    document: 'parcel.de.html',
    ...ABGEHOLT_TO_ZENTRUM,
    expect: { code: 'SA361', line: 19, document: 'parcel.html' },
    also: ['SA330', 'SA331'],
    against: EDITIONS,
  },
  {
    kind: 'edition: missing claim, with the table',
    document: 'parcel.de.html',
    ...ABGEHOLT_TO_ZENTRUM,
    expect: { code: 'SA361', line: 19, document: 'parcel.html' },
    also: ['SA330', 'SA331'],
    against: EDITIONS_AND_TABLE,
  },
  {
    kind: 'edition: untranslated cell',
    document: 'parcel.de.html',
    replace: item('Zurückgeschickt'),
    with: item('Sent back'),
    expect: { code: 'SA371', line: 50 },
    against: EDITIONS,
  },
  {
    kind: 'edition: untranslated cell, with the table',
    document: 'parcel.de.html',
    replace: item('Zurückgeschickt'),
    with: item('Sent back'),
    expect: { code: 'SA327', line: 50 },
    against: EDITIONS_AND_TABLE,
  },
  {
    kind: 'edition: “none” untranslated',
    document: 'parcel.de.html',
    replace: '<td>keiner</td>\n<td>Abgeholt</td>',
    with: '<td>none</td>\n<td>Abgeholt</td>',
    expect: { code: 'SA327', line: 12 },
    against: EDITIONS_AND_TABLE,
  },
  {
    kind: 'edition: missing state',
    document: 'parcel.de.html',
    replace: `<tr>
<td>Zurückgeschickt</td>
<td>Das Paket ist wieder beim Absender.</td>
<td>Im Laden</td>
<td>keiner</td>
</tr>
`,
    with: '',
    expect: { code: 'SA323', line: 50 },
    against: EDITIONS,
  },
];
