/** Names that would pass for the service itself, or that stand for a page of it; plain text, for resolvers too. */
export const RESERVED_HANDLES_TEXT =
  'about abuse account admin administrator api app auth billing block blog bookmarks bot compose contact cookies ' +
  'crud cruddur cruds delete deleted developer developers docs download edit everyone explore export feed follow ' +
  'followers following guest help home info invite login logout mail me media messages mod moderation moderator ' +
  'moderators mute new news null notifications official owner password post postmaster press privacy profile ' +
  'recover register report reports root rules search security settings signin signout signup staff status support ' +
  'system tag tags team terms thread trending undefined user users verified webmaster welcome www';
