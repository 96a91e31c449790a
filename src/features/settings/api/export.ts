import { fetchUserAttributes } from 'aws-amplify/auth';
import { deliveryUrl } from '../../../lib/images/delivery-url.ts';
import { request } from '../../../lib/data/request.ts';
import { addToSections, withPictureLinks, type Item } from './export-sections.ts';
import { hasSecondFactor } from './second-factor.ts';

const EXPORT = 'query ExportAccount($cursor: String) { exportAccount(cursor: $cursor) { items cursor } }';

interface ExportPage {
  exportAccount: { items: string[]; cursor: string | null };
}

/** What Cruddur knows of somebody, by section. */
export interface AccountExport {
  exportedAt: string;
  signIn: { attributes: Record<string, string | undefined>; secondFactor: boolean };
  [section: string]: unknown;
}

/**
 * Everything, page after page. Throws AppError or what Amplify throws, also when the signal is aborted.
 * @param onProgress how many items are there so far
 */
export async function exportAccount(
  onProgress: (items: number) => void,
  signal: AbortSignal,
): Promise<AccountExport> {
  const attributes = await fetchUserAttributes();
  const secondFactor = await hasSecondFactor();
  const sections: Record<string, Item[]> = {};
  let count = 0;
  let cursor: string | null = null;
  do {
    signal.throwIfAborted();
    const { exportAccount: page }: ExportPage = await request<ExportPage>(EXPORT, { cursor });
    addToSections(sections, page.items);
    count += page.items.length;
    onProgress(count);
    cursor = page.cursor;
  } while (cursor);
  return {
    exportedAt: new Date().toISOString(),
    signIn: { attributes: { ...attributes }, secondFactor },
    ...sections,
    ...(sections['profile'] && {
      profile: sections['profile'].map((profile) => withPictureLinks(profile, deliveryUrl)),
    }),
  };
}
