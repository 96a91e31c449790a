import type { Contact } from '../model/types.ts';
import { ask } from './ask.ts';
import { CONTACT_FIELDS } from './documents.ts';

const BY_IDS = `query ContactsByIds($ids: [ID!]!) { profilesByIds(ids: $ids) { ${CONTACT_FIELDS} } }`;
const SEARCH = `query ContactSearch($query: String!, $limit: Int) {
  searchPeople(query: $query, limit: $limit) { items { ${CONTACT_FIELDS} } } }`;

/** At most 50; who is not there for the caller is left out. Throws AppError. */
export async function fetchContacts(ids: readonly string[]): Promise<Contact[]> {
  return (await ask<Contact[] | null>(BY_IDS, { ids })) ?? [];
}

/** People whose name or handle resembles the query. Throws AppError. */
export async function searchContacts(query: string): Promise<Contact[]> {
  return (await ask<{ items: Contact[] }>(SEARCH, { query, limit: 20 })).items;
}
