/** Defects of columns of previous and next states, with descriptions. For tests only. */
import { type Against, between, item, type Planted } from './planting.ts';

const PARCEL_ALONE: Against = { documents: ['parcel.html'] };

const COLLECTED_TO_DEPOT = between('Collected', 'In the depot', 'The parcel is sorted.');

export const parcel: readonly Planted[] = [
  {
    kind: 'A lists B as next, but B does not list A as previous',
    document: 'parcel.html',
    replace: `${item('In the depot')}${item('On the van')}`,
    with: item('In the depot'),
    expect: { code: 'SA320', line: 41 },
  },
  {
    kind: 'A lists B as next, but B does not list A as previous: without a table',
    document: 'parcel.html',
    replace: `${item('On the van')}${item('At the shop')}`,
    with: item('At the shop'),
    expect: { code: 'SA320', line: 39 },
    against: PARCEL_ALONE,
  },
  {
    kind: 'B lists A as previous, but A does not list B as next',
    document: 'parcel.html',
    replace: item('Sent back'),
    with: '',
    expect: { code: 'SA321', line: 64 },
    also: ['SA324'],
  },
  {
    kind: 'B lists A as previous, but A does not list B as next: without a table',
    document: 'parcel.html',
    replace: `${item('At the shop')}${item('Lost')}`,
    with: item('At the shop'),
    expect: { code: 'SA321', line: 72 },
    against: PARCEL_ALONE,
  },
  {
    kind: '“none” beside a list',
    document: 'parcel.html',
    replace: `${item('Handed over')}${item('Sent back')}`,
    with: `${item('Handed over')}${item('Sent back')}${item('none')}`,
    expect: { code: 'SA322', line: 51 },
  },
  {
    kind: 'state named, never described',
    document: 'parcel.html',
    replace: `<tr>
<td>Sent back</td>
<td>The parcel is with the sender again.</td>
<td>At the shop</td>
<td>none</td>
</tr>
`,
    with: '',
    expect: { code: 'SA323', line: 50 },
  },
  {
    kind: 'state described, never named',
    document: 'parcel.html',
    replace: '</table>',
    with: `<tr>
<td>At the customs</td>
<td>A clerk asks for papers.</td>
<td>none</td>
<td>none</td>
</tr>
</table>`,
    expect: { code: 'SA324', line: 78 },
    against: PARCEL_ALONE,
  },
  {
    kind: 'state that the table does not have',
    document: 'parcel.html',
    replace: item('Sent back'),
    with: `${item('Sent back')}${item('Sold')}`,
    expect: { code: 'SA345', line: 51 },
    also: ['SA323'],
  },
  {
    kind: 'one label for two states',
    document: 'parcel.html',
    replace: '<td>At the shop</td>\n<td>The courier',
    with: '<td>On the van</td>\n<td>The courier',
    expect: { code: 'SA325', line: 34 },
    also: 'more',
  },
  {
    kind: 'two labels for one state: near-miss',
    document: 'parcel.html',
    replace: `${item('Handed over')}${item('Sent back')}`,
    with: `${item('Handed ovr')}${item('Sent back')}`,
    expect: { code: 'SA326', line: 49 },
  },
  {
    kind: 'two labels for one state: abbreviation',
    document: 'parcel.html',
    replace: `${item('Handed over')}${item('Sent back')}`,
    with: `${item('Handed')}${item('Sent back')}`,
    expect: { code: 'SA326', line: 49 },
  },
  {
    kind: 'two labels for one state: different words',
    document: 'parcel.html',
    replace: `${item('Handed over')}${item('Sent back')}`,
    with: `${item('Taken off the list')}${item('Taken from the list')}`,
    expect: { code: 'SA326', line: 49 },
    also: 'more',
  },
  {
    kind: 'two labels for one state: another language',
    document: 'parcel.html',
    replace: `${item('Handed over')}${item('Sent back')}`,
    with: `${item('Übergeben')}${item('Sent back')}`,
    expect: { code: 'SA327', line: 49 },
  },
  {
    kind: 'reference to nowhere',
    document: 'parcel.html',
    replace: '<td>Announced</td>\n<td>In the depot</td>',
    with: '<td>see below</td>\n<td>In the depot</td>',
    expect: { code: 'SA328', line: 18 },
    also: 'more',
  },
  {
    kind: 'description that contradicts a column: denied',
    document: 'parcel.html',
    replace: 'The parcel is with the sender again.',
    with: 'The parcel was never left with anybody.',
    expect: { code: 'SA329', line: 50 },
  },
  {
    kind: 'description that contradicts a column: before',
    document: 'parcel.html',
    replace: 'The parcel can be found neither in a hall nor in a vehicle.',
    with: 'The parcel was mislaid before it was On the van.',
    expect: { code: 'SA329', line: 41 },
  },
  {
    kind: 'stuck state',
    document: 'parcel.html',
    ...COLLECTED_TO_DEPOT,
    expect: { code: 'SA330', line: 16 },
    also: ['SA342', 'SA331'],
  },
  {
    kind: 'unreachable state',
    document: 'parcel.html',
    ...COLLECTED_TO_DEPOT,
    expect: { code: 'SA331', line: 22 },
    also: ['SA330'],
    against: PARCEL_ALONE,
  },
  {
    kind: 'ambiguous reading',
    document: 'parcel.html',
    replace: '<td>Sent back</td>\n<td>The parcel',
    with: '<td>Handed over</td>\n<td>The parcel',
    expect: { code: 'SA332', line: 49 },
    also: 'more',
  },
  {
    kind: '“none” where the table goes on',
    document: 'parcel.html',
    replace: '<td>The addressee has the parcel.</td>\n<td><ul>\n<li>On the van</li>\n<li>At the shop</li>\n</ul></td>',
    with: '<td>The addressee has the parcel.</td>\n<td>none</td>',
    expect: { code: 'SA341', line: 56 },
    also: ['SA320', 'SA320'],
  },
  {
    kind: 'condition that cannot be told',
    document: 'parcel.html',
    replace: `${item('Handed over')}${item('At the shop')}`,
    with: `${item('Handed over (if somebody signs)')}${item('At the shop')}`,
    expect: { code: 'SA344', line: 39 },
  },
];
