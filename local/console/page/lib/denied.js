/** Whether IAM refused a call, in one of AWS's ways to say so. A wrong password is not meant. */
export function isDenied({ error }) {
  return error !== undefined && /^AccessDenied|is not authorized to perform:/.test(error);
}
