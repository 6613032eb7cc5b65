import { NgComponentOutlet } from '@angular/common';
import { Component, inject, input, resource, type Type } from '@angular/core';
import { Session } from '../session/session';
import { RECORD_SECTIONS } from './record-section';

/** Where a record's page shows what later features have to say of it: `<co-record-sections record="work" [id]="id()" />`. */
@Component({
  selector: 'co-record-sections',
  imports: [NgComponentOutlet],
  template: `
    @for (section of sections.value(); track section) {
      <ng-container *ngComponentOutlet="section; inputs: { id: id() }" />
    }
  `,
})
export class RecordSections {
  readonly record = input.required<string>();
  readonly id = input.required<number>();
  private readonly all = inject(RECORD_SECTIONS);
  private readonly session = inject(Session);
  protected readonly sections = resource<Type<unknown>[], string>({
    params: () => this.record(),
    defaultValue: [],
    loader: ({ params }) => {
      const wanted = this.all.filter((each) => each.record === params && this.session.may(each.permission));
      return Promise.all(wanted.map((each) => each.load()));
    },
  });
}
