export { PictureLive } from './live/PictureLive.tsx';
export { PicturesScreen } from './PicturesScreen.tsx';
