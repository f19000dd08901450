import { Scaling } from '../../../lib';
import { scaled, specOf, written } from './program';

test('recommends what the main container should ask for, changes nothing, and leaves sidecars alone', () => {
  expect(specOf('VerticalPodAutoscaler', scaled(Scaling.fixed(2), { resourceRecommendations: true }))).toEqual({
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
    updatePolicy: { updateMode: 'Off' },
    resourcePolicy: {
      containerPolicies: [
        { containerName: 'cart', mode: 'Auto' },
        { containerName: '*', mode: 'Off' },
      ],
    },
  });
});

test('is not there unless the platform says so', () => {
  expect(written(scaled(Scaling.fixed(2))).map(({ kind }) => kind)).not.toContain('VerticalPodAutoscaler');
});
