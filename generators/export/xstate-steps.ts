/**
 * The part of a system's module that is the same for all: how a step is taken. It speaks of nothing but the `instances`,
 * `channels` and `steps` of the module.
 */
export const TAKING_STEPS = `// Those who take part: the ones that are named, then others who are new.
function takingPart({ participants, others = [] }, at) {
  const all = [...participants];
  const isNew = ({ instance }) => !all.some((other) => other.instance === instance);
  for (const { is, members } of others) if ((is?.(at) ?? true) && members.every(isNew)) all.push(...members);
  return all;
}

const same = (one, other) => Object.keys(one).every((field) => one[field] === other[field]);
const text = (message) => JSON.stringify(message);
const inOrder = (one, other) => (text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : 0);

// The channels after what is received is taken out, and what is sent is put in; undefined where the step has to wait.
function passed({ receives, sends }, at) {
  const after = { ...at.channels };
  for (const [name, message] of Object.entries(receives?.(at) ?? {})) {
    const place = after[name].findIndex((each) => same(each, message));
    if (place < 0 || (place > 0 && channels[name].ordered)) return undefined;
    after[name] = after[name].filter((_, index) => index !== place);
  }
  for (const [name, message] of Object.entries(sends?.(at) ?? {})) {
    if (after[name].length >= channels[name].capacity) return undefined;
    after[name] = [...after[name], message];
    if (!channels[name].ordered) after[name].sort(inOrder);
  }
  return after;
}

// The configuration after a step; undefined where it cannot happen.
function next(at, step) {
  if (step.loses !== undefined) {
    const { channel, place } = step.loses;
    if (place >= at.channels[channel].length) return undefined;
    return { ...at, channels: { ...at.channels, [channel]: at.channels[channel].filter((_, index) => index !== place) } };
  }
  if (step.when !== undefined && !step.when(at)) return undefined;
  const after = passed(step, at);
  if (after === undefined) return undefined;
  const snapshots = { ...at.instances };
  const added = { ...at.added };
  for (const { instance, type, fits, set } of takingPart(step, at)) {
    if (fits !== undefined && !fits(at)) return undefined;
    if (set !== undefined) added[instance] = { ...added[instance], ...set(at) };
    if (type === undefined) continue;
    const machine = instances[instance];
    if (machine.getTransitionData(at.instances[instance], { type }).length === 0) return undefined;
    snapshots[instance] = getNextSnapshot(machine, at.instances[instance], { type });
  }
  return { instances: snapshots, added, memory: { ...at.memory, ...step.memory?.(at) }, channels: after };
}

// What lossy channels can lose: of an ordered one any place, of an unordered one any message.
function losses(at) {
  return Object.entries(channels).flatMap(([channel, { ordered, lossy }]) =>
    (lossy ? at.channels[channel] : []).flatMap((message, place, held) =>
      !ordered && place > 0 && same(held[place - 1], message)
        ? []
        : [{ event: \`\${channel}.lose\`, binding: ordered ? { position: place + 1 } : message, loses: { channel, place } }],
    ),
  );
}

// The steps that can happen in a configuration.
export const enabled = (configuration) => [
  ...steps.filter((step) => next(configuration, step) !== undefined),
  ...losses(configuration),
];

// The configuration after one of the steps that are enabled.
export function fire(configuration, step) {
  const after = next(configuration, step);
  if (after === undefined) throw new RangeError(\`\${step.event} is not enabled\`);
  return after;
}`;
