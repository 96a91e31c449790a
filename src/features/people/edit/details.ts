import { graphemeLength } from '../../../../shared/graphemes.ts';
import {
  BIO_MAX_GRAPHEMES,
  DISPLAY_NAME_MAX_GRAPHEMES,
  LOCATION_MAX_GRAPHEMES,
  WEBSITE_MAX_CHARACTERS,
} from '../../../../shared/limits.ts';
import type { Details } from '../api/edit.ts';
import { completeWebsite, websiteLink } from '../model/website.ts';

export type DetailName = keyof Details;
type Problems = Partial<Record<DetailName, string>>;

/** What somebody may say of themselves, as the form starts with it. */
export function detailsOf({ displayName, bio, location, website }: Details): Details {
  return { displayName, bio, location, website };
}

/** The form in which it is sent: what the server would trim is gone, and a website has its scheme. */
export function completed({ displayName, bio, location, website }: Details): Details {
  return {
    displayName: displayName.trim(),
    bio: bio.trim(),
    location: location.trim(),
    website: completeWebsite(website),
  };
}

export function sameDetails(one: Details, other: Details): boolean {
  return (Object.keys(one) as DetailName[]).every((name) => one[name] === other[name]);
}

/** What is wrong with each field, and what to do, before the server is asked. */
export function problemsOf(details: Details): Problems {
  const { displayName, bio, location, website } = completed(details);
  const problems: Problems = {};
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(displayName))
    problems.displayName = 'Please enter the name that others see.';
  else problems.displayName = tooLong(displayName, DISPLAY_NAME_MAX_GRAPHEMES);
  problems.bio = tooLong(bio, BIO_MAX_GRAPHEMES);
  problems.location = tooLong(location, LOCATION_MAX_GRAPHEMES);
  if (website !== '') problems.website = websiteProblem(website);
  return problems;
}

function tooLong(text: string, limit: number): string | undefined {
  const over = graphemeLength(text) - limit;
  return over > 0 ? `At most ${limit} characters: ${over} too many.` : undefined;
}

function websiteProblem(website: string): string | undefined {
  // Counted as the database does: in code points.
  if ([...website].length > WEBSITE_MAX_CHARACTERS) return `At most ${WEBSITE_MAX_CHARACTERS} characters.`;
  const isPlain = !/[\s<>"]/.test(website) && /^https?:\/\//.test(website);
  return isPlain && websiteLink(website)
    ? undefined
    : 'This is not the address of a website, like example.com.';
}

/** The field that a refusal of the server is about, with what to say there; undefined for other errors. */
export function refusedField(type: string): { name: DetailName; message: string } | undefined {
  const refusals: Record<string, { name: DetailName; message: string }> = {
    InvalidDisplayName: {
      name: 'displayName',
      message: 'Please choose another name: this one cannot be seen or is too long.',
    },
    BioTooLong: { name: 'bio', message: `At most ${BIO_MAX_GRAPHEMES} characters.` },
    LocationTooLong: { name: 'location', message: `At most ${LOCATION_MAX_GRAPHEMES} characters.` },
    InvalidWebsite: { name: 'website', message: 'This is not the address of a website, like example.com.' },
  };
  return refusals[type];
}
