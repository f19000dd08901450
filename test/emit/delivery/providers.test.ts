import { DeliveryFeature, deliveriesWith } from '../../../lib/emit/delivery';
import { DELIVERIES } from '../../../lib/emit/delivery/providers';

test('deliveries that do a feature as it is stated come first, and those that do not do it are not named', () => {
  expect(deliveriesWith(DeliveryFeature.CANARY)).toEqual(['ArgoRollouts', 'Flagger', 'KubernetesDelivery']);
  expect(deliveriesWith(DeliveryFeature.BLUE_GREEN)).toEqual(['ArgoRollouts', 'Flagger']);
});

test('what is lost is said wherever something is', () => {
  for (const table of Object.values(DELIVERIES)) {
    for (const feature of Object.values(DeliveryFeature))
      expect(table[feature].lost !== undefined).toBe(table[feature].level !== 'exact');
  }
});
