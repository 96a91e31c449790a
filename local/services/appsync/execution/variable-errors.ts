import type { GraphQLError } from 'graphql16';
import { type AppSyncError, javaType, locationsOf } from './errors.ts';

/** What graphql-js says of a variable's value that it refuses, in AppSync's words. */
export function variableError(error: GraphQLError): AppSyncError {
  const locations = locationsOf(error.nodes?.[0]);
  const say = (message: string, at = locations): AppSyncError => ({ path: null, locations: at, message });
  const { message } = error;
  const name = /^Variable "\$(\w+)"/.exec(message)?.[1] ?? '';
  const inner = /^Variable "\$\w+" got invalid value .*? at "([^"]+)";/s.exec(message)?.[1];
  const field =
    inner
      ?.split('.')
      .at(-1)
      ?.replace(/\[\d+\]/g, '') ?? name;
  const nothing =
    /^Variable "\$\w+" of (?:required|non-null) type "(.+?)" (?:was not provided|must not be null)/.exec(
      message,
    ) ??
    /; Field "\w+" of required type "(.+?)" was not provided\.$/.exec(message) ??
    /; Expected non-nullable type "(.+?)" not to be null\.$/.exec(message);
  if (nothing) return say(`Variable '${name}' has coerced Null value for NonNull type '${nothing[1]}'`);
  const unknown = /; Field "\w+" is not defined by type "(\w+)"/.exec(message);
  if (unknown) {
    return say(
      `The variables input contains a field that is not defined for input object type '${unknown[1]}' `,
      null,
    );
  }
  const enumeration = /; Value "(.*?)" does not exist in "(\w+)" enum/s.exec(message);
  if (enumeration) {
    return say(
      `Variable '${field}' has an invalid value. Invalid input for Enum '${enumeration[2]}'. No value found for name '${enumeration[1]}'`,
    );
  }
  const builtIn = /; (Int|Float|Boolean|String|ID) cannot represent (?:.*?): (.*)$/s.exec(message);
  if (builtIn) {
    return say(
      `Variable '${field}' has an invalid value. Expected type '${builtIn[1]}' but was '${javaType(builtIn[2]!)}'.`,
    );
  }
  const object = /; Expected type "(\w+)" to be an object/.exec(message);
  if (object) {
    return say(
      `Variable '${field}' has an invalid value. Expected type 'Map' but was 'String'. Variables for input objects must be an instance of type 'Map'.`,
    );
  }
  return say(`Variable '${field}' has an invalid value. ${reasonIn(message)}`);
}

/** What a scalar itself said; graphql-js puts the value, the place and the type before it. */
function reasonIn(message: string): string {
  const [, reason] = /; Expected type ".+?"\. (.*)$/s.exec(message) ?? [];
  return reason ?? message.slice(message.indexOf('; ') + 1).trim();
}
