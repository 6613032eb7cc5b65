import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Requires } from '../../platform/sign-in/permissions';
import { Simulate } from './simulate';
import { SimulationInput, SimulationResponse } from './simulation-dto';

@ApiTags('royalties')
@Controller('royalties')
export class SimulatorController {
  constructor(private readonly simulation: Simulate) {}

  /** What a run, sales or income would make due, at another price or on other terms; nothing is saved. */
  @Requires('royalties.read')
  @HttpCode(200)
  @Post('simulate')
  simulate(@Body() input: SimulationInput): Promise<SimulationResponse> {
    return this.simulation.simulate(input);
  }
}
