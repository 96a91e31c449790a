import { Avatar } from '../../ui/Avatar.tsx';
import { PictureEditor } from './PictureEditor.tsx';

interface AvatarEditorProps {
  profile: { id: string; displayName: string; avatar?: string | null };
}

/** One's own picture, with what changes it. What is changed here is saved at once. */
export function AvatarEditor({ profile: { id, displayName, avatar } }: AvatarEditorProps) {
  return (
    <PictureEditor
      kind="AVATAR"
      name="picture"
      hasPicture={Boolean(avatar)}
      otherwise="Everybody sees your initials instead, on a colour of your own."
    >
      <Avatar seed={id} name={displayName} avatar={avatar} size={96} eager />
    </PictureEditor>
  );
}
