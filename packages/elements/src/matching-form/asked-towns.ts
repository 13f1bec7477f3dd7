import type { Backend } from '@kankei/client';
import { type Answers, type Field, type Matching, matchingFields, ownAnswer, type Taking, takesIn } from '@kankei/core';

/** A town, and what it says and asks. */
export interface AskedTown {
  code: string;
  /** Empty where it is the only one and need not be named. */
  name: string;
  matching: Matching;
}

/**
 * What these towns say and ask. One of several that cannot be asked now goes without; rejects as the backend does where
 * none can.
 */
export async function askTowns(codes: readonly string[], backend: Backend, signal: AbortSignal): Promise<AskedTown[]> {
  const several = codes.length > 1;
  const asked = await Promise.allSettled(
    codes.map(async (code): Promise<AskedTown> => {
      const [matching, town] = await Promise.all([
        backend.matching(code, { signal }),
        several ? backend.town(code, { signal }).catch(() => undefined) : undefined,
      ]);
      return { code, name: town?.name ?? (several ? code : ''), matching };
    }),
  );
  const towns = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [first] = asked;
  if (!towns.length && first?.status === 'rejected') throw first.reason;
  return towns;
}

/** The towns that take this in. */
export const taking = (asked: readonly AskedTown[], what: Taking) =>
  asked.filter(({ matching }) => takesIn(matching, what));

/** The group of a town's own questions among those of several. */
export const groupOf = (code: string) => `questions${code}`;

/** What a town's own question is called among those of several: two may have used one name. */
const nameOf = (code: string, name: string) => `${name}T${code}`;

/**
 * The questions to a supporter of these towns, none of which has to be answered, whatever a town wrote. Of several: each
 * of the usual ones that any of them asks, once, with all they offer; then each town's own.
 */
export function supporterFields(towns: readonly AskedTown[]): Field[] {
  const optional = ({ code, matching }: AskedTown) => ({
    code,
    own: ownNames(matching),
    fields: matchingFields(matching).map((field): Field => ({ ...field, required: false })),
  });
  const all = towns.map(optional);
  if (all.length < 2) return all.flatMap(({ fields }) => fields);
  const usual = new Map<string, Field>();
  for (const { own, fields } of all)
    for (const field of fields) if (!own.has(field.name)) usual.set(field.name, unite(usual.get(field.name), field));
  const questions = all.flatMap(({ code, own, fields }) =>
    fields.filter(({ name }) => own.has(name)).map((field) => ofTown(field, code, own)),
  );
  return [...usual.values(), ...questions];
}

/** What was answered to a town's own questions, by the names it gave them. */
export function ownAnswers({ code, matching }: AskedTown, several: boolean, answers: Readonly<Answers>): Answers {
  const given = [...ownNames(matching)].map((name) => [name, ownAnswer(answers, several ? nameOf(code, name) : name)]);
  return Object.fromEntries(given.filter(([, answer]) => answer !== undefined));
}

const ownNames = ({ supporter }: Matching) => new Set(supporter?.questions?.map(({ name }) => name));

/** One question in the words they agree on, else in ours, with what either offers. */
function unite(one: Field | undefined, other: Field): Field {
  if (!one) return other;
  const { label, help, options, ...rest } = one;
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const more = other.options?.filter(({ value }) => !options?.some((option) => option.value === value)) ?? [];
  return {
    ...rest,
    ...(label !== undefined && isSame(label, other.label) && { label }),
    ...(help !== undefined && isSame(help, other.help) && { help }),
    ...(options && { options: [...options, ...more] }),
  };
}

function ofTown(field: Field, code: string, own: ReadonlySet<string>): Field {
  const { name, shownWhen } = field;
  return {
    ...field,
    name: nameOf(code, name),
    group: groupOf(code),
    ...(shownWhen && own.has(shownWhen.field) && { shownWhen: { ...shownWhen, field: nameOf(code, shownWhen.field) } }),
  };
}
