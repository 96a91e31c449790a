type Flag = boolean | string | undefined;
interface Items {
  readonly Items: readonly string[];
}

/** `ResponseHeadersPolicyConfig`. */
export interface ResponseHeadersPolicy {
  readonly CorsConfig?: {
    readonly AccessControlAllowOrigins: Items;
    readonly AccessControlAllowHeaders: Items;
    readonly AccessControlAllowMethods: Items;
    readonly AccessControlAllowCredentials: Flag;
    readonly AccessControlExposeHeaders?: Items;
    readonly AccessControlMaxAgeSec?: number | string;
    readonly OriginOverride: Flag;
  };
  readonly CustomHeadersConfig?: {
    readonly Items: readonly { readonly Header: string; readonly Value: string; readonly Override: Flag }[];
  };
  readonly RemoveHeadersConfig?: { readonly Items: readonly { readonly Header: string }[] };
  readonly SecurityHeadersConfig?: {
    readonly StrictTransportSecurity?: {
      readonly AccessControlMaxAgeSec: number | string;
      readonly IncludeSubdomains?: Flag;
      readonly Preload?: Flag;
      readonly Override: Flag;
    };
    readonly ContentTypeOptions?: { readonly Override: Flag };
    readonly FrameOptions?: { readonly FrameOption: string; readonly Override: Flag };
    readonly ReferrerPolicy?: { readonly ReferrerPolicy: string; readonly Override: Flag };
    readonly XSSProtection?: {
      readonly Protection: Flag;
      readonly ModeBlock?: Flag;
      readonly ReportUri?: string;
      readonly Override: Flag;
    };
    readonly ContentSecurityPolicy?: { readonly ContentSecurityPolicy: string; readonly Override: Flag };
  };
  readonly ServerTimingHeadersConfig?: { readonly Enabled: Flag };
}

type Change = readonly [name: string, value: string, override: boolean];

/**
 * An answer's headers after a response headers policy: removed, then set; one that the origin sent stays unless the
 * policy overrides it.
 * @param origin the request's `Origin`, without which there is no CORS
 */
export function applyPolicy(
  policy: ResponseHeadersPolicy,
  headers: Readonly<Record<string, string>>,
  origin: string | undefined,
  preflight: boolean,
): Record<string, string> {
  const result = { ...headers };
  for (const { Header } of policy.RemoveHeadersConfig?.Items ?? []) delete result[Header.toLowerCase()];
  const custom = policy.CustomHeadersConfig?.Items.map(({ Header, Value, Override }): Change => [
    Header.toLowerCase(),
    Value,
    isOn(Override),
  ]);
  const changes = [...security(policy), ...cors(policy, origin, preflight), ...(custom ?? [])];
  for (const [name, value, override] of changes) {
    if (override || result[name] === undefined) result[name] = value;
  }
  return result;
}

function security({ SecurityHeadersConfig: config = {} }: ResponseHeadersPolicy): Change[] {
  const { StrictTransportSecurity: hsts, XSSProtection: xss, FrameOptions: frame } = config;
  const { ContentTypeOptions: type, ReferrerPolicy: referrer, ContentSecurityPolicy: csp } = config;
  const changes: Change[] = [];
  if (hsts) {
    const value = `max-age=${hsts.AccessControlMaxAgeSec}${isOn(hsts.IncludeSubdomains) ? '; includeSubDomains' : ''}${isOn(hsts.Preload) ? '; preload' : ''}`;
    changes.push(['strict-transport-security', value, isOn(hsts.Override)]);
  }
  if (type) changes.push(['x-content-type-options', 'nosniff', isOn(type.Override)]);
  if (frame) changes.push(['x-frame-options', frame.FrameOption, isOn(frame.Override)]);
  if (referrer) changes.push(['referrer-policy', referrer.ReferrerPolicy, isOn(referrer.Override)]);
  if (csp) changes.push(['content-security-policy', csp.ContentSecurityPolicy, isOn(csp.Override)]);
  if (xss) {
    const report = xss.ReportUri === undefined ? '' : `; report=${xss.ReportUri}`;
    const value = isOn(xss.Protection) ? `1${isOn(xss.ModeBlock) ? '; mode=block' : report}` : '0';
    changes.push(['x-xss-protection', value, isOn(xss.Override)]);
  }
  return changes;
}

function cors(
  { CorsConfig: config }: ResponseHeadersPolicy,
  origin: string | undefined,
  preflight: boolean,
): Change[] {
  if (!config || origin === undefined) return [];
  const origins = config.AccessControlAllowOrigins.Items;
  const allowed = origins.includes('*')
    ? '*'
    : origins.some((one) => matches(one, origin))
      ? origin
      : undefined;
  if (allowed === undefined) return [];
  const pairs: [string, string][] = [['access-control-allow-origin', allowed]];
  if (allowed !== '*') pairs.push(['vary', 'Origin']);
  if (isOn(config.AccessControlAllowCredentials)) pairs.push(['access-control-allow-credentials', 'true']);
  const exposed = config.AccessControlExposeHeaders?.Items ?? [];
  if (exposed.length > 0) pairs.push(['access-control-expose-headers', exposed.join(', ')]);
  if (preflight) {
    pairs.push(['access-control-allow-methods', config.AccessControlAllowMethods.Items.join(', ')]);
    pairs.push(['access-control-allow-headers', config.AccessControlAllowHeaders.Items.join(', ')]);
    if (config.AccessControlMaxAgeSec !== undefined) {
      pairs.push(['access-control-max-age', String(config.AccessControlMaxAgeSec)]);
    }
  }
  return pairs.map(([name, value]): Change => [name, value, isOn(config.OriginOverride)]);
}

/** `https://*.example.com`; one without a scheme fits any. */
function matches(pattern: string, origin: string): boolean {
  const full = pattern.includes('://') ? pattern : `*://${pattern}`;
  const escaped = full.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(origin);
}

function isOn(flag: Flag): boolean {
  return String(flag) === 'true';
}
