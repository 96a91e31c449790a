export { AvatarEditor } from './AvatarEditor.tsx';
export { CoverEditor } from './CoverEditor.tsx';
export { PictureLive } from './live/PictureLive.tsx';
