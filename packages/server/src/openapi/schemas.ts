import {
  application,
  applicationReceived,
  cardKeySet,
  enquiry,
  fanclub,
  furusato,
  interestCounted,
  matches,
  matching,
  matchQuestion,
  member,
  memberCard,
  memberChange,
  need,
  postalShard,
  problem,
  program,
  programInterest,
  programItem,
  programPage,
  programQuery,
  proofChallenge,
  received,
  recruitment,
  session,
  signup,
  signupAccepted,
  town,
} from '@kankei/core';
import * as z from 'zod/mini';

/** A JSON Schema (2020-12), which is what OpenAPI 3.1 takes. */
export type JsonSchema = { [key: string]: unknown };

/** The wire's objects by the names the document gives them. */
const named = {
  Town: town,
  Program: program,
  ProgramItem: programItem,
  ProgramPage: programPage,
  Session: session,
  ProofChallenge: proofChallenge,
  PostalShard: postalShard,
  CardKeySet: cardKeySet,
  Fanclub: fanclub,
  Furusato: furusato,
  Signup: signup,
  SignupAccepted: signupAccepted,
  Member: member,
  MemberChange: memberChange,
  MemberCard: memberCard,
  Matching: matching,
  MatchQuestion: matchQuestion,
  Matches: matches,
  Recruitment: recruitment,
  Application: application,
  ApplicationReceived: applicationReceived,
  ProgramInterest: programInterest,
  InterestCounted: interestCounted,
  Need: need,
  Enquiry: enquiry,
  Received: received,
  Problem: problem,
};
export type SchemaName = keyof typeof named;

export function schemaRef(name: SchemaName): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** `components.schemas`, made from the very schemas that both ends read with. */
export function componentSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { uri, override: ({ jsonSchema }) => relax(jsonSchema) });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema as JsonSchema]),
  );
}

/** The schema of each query parameter. */
export function queryParameterSchemas(): Record<keyof typeof programQuery.shape, JsonSchema> {
  const { properties } = z.toJSONSchema(programQuery, { io: 'input' });
  return properties as Record<keyof typeof programQuery.shape, JsonSchema>;
}

function relax(schema: JsonSchema): void {
  // Addresses with Japanese in them are published as they stand, which JSON Schema calls an IRI.
  if (schema.format === 'uri') schema.format = 'iri';
  // Later versions may say more; whoever reads today must not stumble over it.
  if (schema.additionalProperties === false) delete schema.additionalProperties;
}
