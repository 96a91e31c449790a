import { a } from '@aws-amplify/backend';
import { IMAGE_REFUSALS } from '../../../shared/image-refusals.ts';
import { IMAGE_KINDS } from '../../../shared/images.ts';
import { ISSUE_UPLOAD, REMOVE_IMAGE } from '../../storage/data-sources.ts';
import { resolver } from '../resolver.ts';

/** Avatars and covers: the files are in the bucket of `amplify/storage`, what is shown in `profiles` (docs/adr/0008). */
export const imageModels = {
  ImageKind: a.enum([...IMAGE_KINDS]),
  /** SUPERSEDED: something newer was faster. */
  ImageStatus: a.enum(['PENDING', 'READY', 'REFUSED', 'SUPERSEDED']),
  ImageRefusal: a.enum([...IMAGE_REFUSALS]),

  /** A form: post all `fields` and then `file` to `url`, as multipart/form-data, before `expiresAt`. */
  ImageUpload: a.customType({
    id: a.id().required(),
    url: a.string().required(),
    fields: a.json().required(),
    key: a.string().required(),
    expiresAt: a.datetime().required(),
  }),

  ImageChange: a.customType({
    /** Of the upload or removal. Sorts by time: of two changes the one with the larger id counts. */
    id: a.id().required(),
    profileId: a.id().required(),
    kind: a.ref('ImageKind').required(),
    status: a.ref('ImageStatus').required(),
    /** Why it was refused. */
    reason: a.ref('ImageRefusal'),
    /** What is shown once it is READY; null after a removal. */
    version: a.string(),
  }),

  /**
   * Allows one upload of a file of this type, for five minutes. With the three of `crop` that part becomes the picture,
   * in fractions of the upright picture (see shared/image-crop.ts); without them its centre does.
   */
  requestImageUpload: a
    .mutation()
    .arguments({
      kind: a.ref('ImageKind').required(),
      contentType: a.string().required(),
      cropX: a.float(),
      cropY: a.float(),
      cropWidth: a.float(),
    })
    .returns(a.ref('ImageUpload'))
    .handler(resolver('images/request-image-upload', ISSUE_UPLOAD))
    .authorization((allow) => allow.authenticated()),

  /** Takes the caller's picture away; uploads that are on their way lose. */
  removeImage: a
    .mutation()
    .arguments({ kind: a.ref('ImageKind').required() })
    .returns(a.ref('ImageChange'))
    .handler(resolver('images/remove-image', REMOVE_IMAGE))
    .authorization((allow) => allow.authenticated()),

  /** What became of an upload of the caller's own; null when it is unknown. */
  imageUpload: a
    .query()
    .arguments({ id: a.id().required() })
    .returns(a.ref('ImageChange'))
    .handler(resolver('images/image-upload'))
    .authorization((allow) => allow.authenticated()),

  /**
   * For functions whose role has a policy for it: tells those who subscribe. No person passes: nobody is in this group,
   * and the resolver asks again.
   */
  publishImageChange: a
    .mutation()
    .arguments({
      id: a.id().required(),
      profileId: a.id().required(),
      kind: a.ref('ImageKind').required(),
      status: a.ref('ImageStatus').required(),
      reason: a.ref('ImageRefusal'),
      version: a.string(),
    })
    .returns(a.ref('ImageChange'))
    .handler(resolver('images/publish-image-change', 'NONE_DS'))
    .authorization((allow) => allow.group('functions')),

  /** What becomes of the caller's own uploads and removals. */
  onImageProcessed: a
    .subscription()
    .for(a.ref('publishImageChange'))
    .handler(resolver('images/on-image-processed', 'NONE_DS'))
    .authorization((allow) => allow.authenticated()),

  /** New pictures of up to twenty people, without those who are not there for the caller. */
  onProfileImageChanged: a
    .subscription()
    .for(a.ref('publishImageChange'))
    .arguments({ profileIds: a.id().required().array().required() })
    .handler(resolver('images/on-profile-image-changed'))
    .authorization((allow) => allow.authenticated()),
};
