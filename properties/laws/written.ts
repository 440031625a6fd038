/** Everything that the toolkit writes about a model, as texts by name. For laws of what is written. */
import { differenceData } from '../../generators/difference/json.ts';
import { differenceMarkdown, differenceText } from '../../generators/difference/text.ts';
import {
  atlas,
  EXPORTS,
  exportModel,
  type Input,
  jsonReport,
  type Reported,
  textReport,
} from '../../generators/index.ts';
import { heatDiagram } from '../../generators/mermaid/heat.ts';
import { heatPage } from '../../generators/report/heat-page.ts';
import { walkReport } from '../../generators/report/walk.ts';
import { SUITE_FORMATS, suiteAs } from '../../generators/suites/index.ts';
import { textDiagram } from '../../generators/text/diagram.ts';
import { explore } from '../../model/explore/explorer.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import { machineOf } from '../../model/explore/of.ts';
import { finish } from '../../model/explore/work.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { differing } from '../difference/index.ts';
import { judge } from '../judge/index.ts';
import { mutantsOf } from '../mutation/mutants.ts';
import { mutating } from '../mutation/mutate.ts';
import { walk } from '../random/index.ts';
import { suiteOf } from '../suites/index.ts';

/** The most configurations of a model that is written about. */
const MOST = 60;
/** Mutants are all explored: only of models with so few configurations. */
const MOST_FOR_MUTANTS = 8;

const limited = (model: Model): StateGraph => explore(machineOf(model), { maxConfigurations: MOST });

/** What is written about a model in a language, by name. */
export function writtenOf(model: Model, language: string): ReadonlyMap<string, string> {
  const graph = limited(model);
  const judgement = judge(model, graph);
  const source = { file: 'model.atlas.yaml', model, places: () => undefined };
  const input: Input = { model, judgement, language, places: source.places };
  const { artefacts } = atlas(input);
  const reported: Reported = { ...source, judgement };
  const all = new Map(artefacts.map(({ path, content }) => [path, content]));
  for (const to of EXPORTS) all.set(`export ${to}`, JSON.stringify(exportModel(model, to, { labels: language })));
  all.set('report', textReport(reported));
  all.set('report.json', JSON.stringify(jsonReport('0.0.0', [reported])));
  all.set('terminal', textDiagram(model, language));

  const taken = walk(model, { steps: 30, length: 10, seed: 1, isGuided: true });
  all.set(
    'walk',
    walkReport(source, taken, (at) => graph.machine.describe(at)),
  );
  all.set('heat', heatDiagram(model, taken.coverage, language));
  all.set('heat.md', heatPage(source, taken, language));

  if (graph.stopped !== undefined) return all;
  const suite = suiteOf(graph, 'rows');
  for (const format of SUITE_FORMATS) all.set(`suite ${format}`, suiteAs(format, model, suite, { language }));
  const [mutant] = mutantsOf(model);
  if (mutant !== undefined) {
    const after = limited(mutant.model);
    const difference = finish(
      differing(
        { model, graph, judgement },
        { model: mutant.model, graph: after, judgement: judge(mutant.model, after) },
      ),
    );
    const compared = { old: source, new: { ...source, model: mutant.model }, difference };
    all.set('difference', differenceText(compared));
    all.set('difference.md', differenceMarkdown(compared, language));
    all.set('difference.json', JSON.stringify(differenceData(compared, language)));
  }
  if (graph.size <= MOST_FOR_MUTANTS && !isSystem(model)) {
    const mutation = finish(mutating(model, graph));
    all.set('mutation', textReport({ ...reported, mutation }));
    all.set('mutation.json', JSON.stringify(jsonReport('0.0.0', [{ ...reported, mutation }])));
  }
  return all;
}
