/** Waits for the newest code that the local cloud sent to an address, through its console's interface. */
export async function codeFor(cloudUrl: string, address: string): Promise<string> {
  const url = new URL(`/console/api/messages/next?to=${encodeURIComponent(address)}`, cloudUrl);
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`No mail for ${address}: the console answered ${response.status}.`);
  const { code } = (await response.json()) as { code?: string };
  if (!code) throw new Error(`The mail for ${address} holds no code.`);
  return code;
}
