import { useState, type ReactElement } from 'react';
import { useServices } from '../../shared/services';
import { ReadOnly } from '../read_only';
import { CheckedList } from './checked_list';
import { ChooseList } from './choose_list';
import type { PeopleFile } from './read_list';

const Steps = ({ onAgain }: { onAgain: () => void }): ReactElement => {
  const [chosen, setChosen] = useState<{ readonly list: PeopleFile; readonly at: number }>();
  return (
    <>
      <ChooseList onList={(list) => setChosen(list && { list, at: Date.now() })} />
      {chosen ? (
        // A new choice starts the steps below anew.
        <CheckedList key={chosen.at} list={chosen.list} onAgain={onAgain} />
      ) : null}
    </>
  );
};

/** From a file to people of the directory, in four steps on one page. */
export const ImportSection = (): ReactElement => {
  const { canManage } = useServices();
  const [round, setRound] = useState(0);
  return canManage ? (
    <Steps key={round} onAgain={() => setRound((count) => count + 1)} />
  ) : (
    <ReadOnly />
  );
};
