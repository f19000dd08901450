import { has, SINCE } from '../../../emit/kubernetes';
import { type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { imagesOfVolumes } from '../microservice/volumes';

/** A volume with the files of an image, before Kubernetes has it. */
export const MS1104: Rule<Workload> = {
  code: 'MS1104',
  title: 'the cluster has no volumes of images',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Kubernetes has volumes with the files of an image from 1.35 on, where the container runtime has them too. ' +
    'Before that, an init container copies the files into a `Volume.emptyDir`.',
  reads: 'volumes of the workload, Kubernetes version of the cluster',

  evaluate: (workload) => {
    const { kubernetesVersion } = workload.cluster;
    if (has(kubernetesVersion, 'imageVolume')) return [];
    return imagesOfVolumes(workload).map(({ volume, image }) => ({
      message: `the cluster has no volume of an image, as ${volume} is`,
      given: `kubernetesVersion was ${kubernetesVersion}, the image ${image}`,
      allowed: `Kubernetes 1.${SINCE.imageVolume} and newer`,
      fix: 'state the version of the cluster, or have an init container copy the files into an emptyDir volume',
    }));
  },
};
