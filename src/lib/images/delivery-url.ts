import outputs from 'virtual:amplify-outputs';

/** Where pictures are delivered from; undefined for a backend that has none. */
export const deliveryUrl = outputs.custom?.delivery_url;
