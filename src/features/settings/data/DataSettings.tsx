import { useMe } from '../../account/index.ts';
import { DeleteCard } from './DeleteCard.tsx';
import { ExportCard } from './ExportCard.tsx';

/** What is kept of a person: taking it along, and having it deleted. */
export function DataSettings() {
  const { person } = useMe();
  if (!person) return null;
  return (
    <>
      <ExportCard handle={person.handle} />
      <DeleteCard person={person} />
    </>
  );
}
