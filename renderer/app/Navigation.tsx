import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { libraryRoutes, planRoutes, type Route, routeAt } from './routes.ts';
import styles from './Shell.module.css';

/** The screens, in the order of the chain. */
export const Navigation = memo(function Navigation() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const current = routeAt(path);
  const link = (route: Route) => (
    <Link
      key={route.key}
      href={route.path}
      className={styles.link}
      title={t(`navigation.${route.key}`)}
      aria-current={route === current ? 'page' : undefined}
    >
      <route.icon size={17} stroke={1.7} aria-hidden />
      <span className={styles.linkText}>{t(`navigation.${route.key}`)}</span>
    </Link>
  );
  return (
    <nav aria-label={t('navigation.label')} className={styles.navigation}>
      {planRoutes.map(link)}
      <hr className={styles.separator} />
      {libraryRoutes.map(link)}
    </nav>
  );
});
