import './records';

import { ConfirmYear } from './confirm-year';
import { RateController } from './rate-controller';
import { SaveRate } from './save-rate';
import { SaveThreshold } from './save-threshold';
import { SaveTreatyRate } from './save-treaty-rate';
import { ThresholdController } from './threshold-controller';
import { TreatyRateController } from './treaty-rate-controller';

export const rateControllers = [RateController, TreatyRateController, ThresholdController];
export const rateProviders = [SaveRate, ConfirmYear, SaveTreatyRate, SaveThreshold];
