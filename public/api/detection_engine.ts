import type { DetectionEngineClient } from '../../common/detection_engine/client';
import { createDetectionEngineClient } from '../../common/detection_engine/create_client';
import type { HttpStart } from '../kibana';
import { createSendRequest } from './send_request';

/** The Detection Engine, called from the browser as the person who is logged in. */
export const createBrowserDetectionEngine = (http: HttpStart): DetectionEngineClient =>
  createDetectionEngineClient(createSendRequest(http));
