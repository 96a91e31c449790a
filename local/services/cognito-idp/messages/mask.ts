/** An address as CodeDeliveryDetails shows it: `a***@e***`, `+*******4567`. */
export function maskDestination(attribute: string, value: string): string {
  if (attribute === 'email') {
    const [local = '', domain = ''] = value.split('@');
    return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`;
  }
  return `+${'*'.repeat(Math.max(0, value.length - 5))}${value.slice(-4)}`;
}
