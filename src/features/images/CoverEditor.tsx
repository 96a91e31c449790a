import { Cover } from '../../ui/Cover.tsx';
import { PictureEditor } from './PictureEditor.tsx';
import styles from './PictureEditor.module.css';

interface CoverEditorProps {
  profile: { id: string; cover?: string | null };
}

/** One's own cover, with what changes it. What is changed here is saved at once. */
export function CoverEditor({ profile: { id, cover } }: CoverEditorProps) {
  return (
    <PictureEditor
      kind="COVER"
      name="cover"
      hasPicture={Boolean(cover)}
      otherwise="Everybody sees a colour of your own instead."
      className={styles.column}
    >
      <Cover seed={id} cover={cover} className={styles.cover} />
    </PictureEditor>
  );
}
