export { AccountSettings } from './account/AccountSettings.tsx';
export { DataSettings } from './data/DataSettings.tsx';
export { SettingsFrame } from './frame/SettingsFrame.tsx';
export { SecuritySettings } from './security/SecuritySettings.tsx';
