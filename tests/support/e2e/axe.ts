import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Off by default in axe, and asked for by Lighthouse, or by people who speak to their browser. */
const MORE_RULES = {
  'target-size': { enabled: true },
  'label-content-name-mismatch': { enabled: true },
};

/**
 * What axe finds wrong with a page as it stands: each rule with the markup that breaks it. Behind a dialog nothing can be
 * read or reached, so that the dialog alone is looked at.
 * @param only a rule that is enough
 */
export async function problemsOf(page: Page, only?: 'color-contrast'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const hasDialog = (await page.locator('dialog[open]').count()) > 0;
  if (hasDialog) axe.include('dialog[open]');
  if (only) axe.withRules(only);
  // axe knows no top layer: to it, a phone's bar behind a dialog covers the dialog's buttons.
  else axe.options({ rules: { ...MORE_RULES, 'target-size': { enabled: !hasDialog } } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
