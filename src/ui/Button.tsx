import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'plain' | 'primary' | 'bare' | 'link';
};

export function Button({ look = 'plain', ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={styles[look]} />;
}
