import { a } from '@aws-amplify/backend';
import { ensureProfile } from '../../../functions/ensure-profile/resource.ts';
import { resolver } from '../resolver.ts';

/** People: table `profiles`. */
export const profileModels = {
  Profile: a.customType({
    id: a.id().required(),
    handle: a.string().required(),
    displayName: a.string().required(),
    createdAt: a.datetime().required(),
  }),

  /** The caller's own profile; null until it exists (see `ensureProfile`). */
  me: a
    .query()
    .returns(a.ref('Profile'))
    .handler(resolver('profiles/me'))
    .authorization((allow) => allow.authenticated()),

  /** The caller's own profile, created when sign-up could not. */
  ensureProfile: a
    .mutation()
    .returns(a.ref('Profile'))
    .handler(a.handler.function(ensureProfile))
    .authorization((allow) => allow.authenticated()),
};
