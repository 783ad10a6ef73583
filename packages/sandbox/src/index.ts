export { controlRoutes } from './control/routes.ts'
export { environmentFor } from './environment.ts'
export { FAULTS, type FaultValues } from './faults/fault-panel.ts'
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts'
export type {
  ChannelView,
  ChoiceView,
  CommandView,
  EnteredCommand,
  EnteredOption,
  FaultView,
  InteractionView,
  Localizations,
  MemberView,
  MessageView,
  MoodView,
  OptionView,
  ParameterView,
  RequestView,
  TimelineEntry,
  UtteranceView,
  WorldView,
} from './views.ts'
