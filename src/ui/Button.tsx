import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly variant?: 'plain' | 'primary' | 'bare' | 'link';
};

export function Button({ variant = 'plain', ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={styles[variant]} />;
}
