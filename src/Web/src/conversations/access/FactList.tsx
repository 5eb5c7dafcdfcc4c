import type { Icon } from '@tabler/icons-react';
import classes from './AccessPane.module.css';
import type { Fact } from './accessFacts';

type FactListProps = { title: string; icon: Icon; tone?: 'ok'; facts: Fact[] };

export function FactList({ title, icon: IconMark, tone, facts }: FactListProps) {
  if (facts.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.facts}>
        {facts.map((fact, index) => (
          <li key={index} className={classes.fact} data-tone={tone}>
            <IconMark size={17} stroke={1.75} aria-hidden="true" />
            <div>
              <p>{fact.title}</p>
              {fact.hint && <p className={classes.hint}>{fact.hint}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
