import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastStack } from '@colophon/ui/toast';

@Component({
  selector: 'co-root',
  imports: [RouterOutlet, ToastStack],
  template: `<router-outlet /><ui-toast-stack />`,
})
export class App {}
