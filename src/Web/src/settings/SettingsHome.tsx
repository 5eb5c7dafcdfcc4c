import { Navigate } from '@tanstack/react-router';
import { useIsPhone } from '@/app/useLayout';

/** On a phone the list of sections is a page of its own. */
export function SettingsHome() {
  return useIsPhone() ? null : <Navigate to="/settings/profile" replace />;
}
