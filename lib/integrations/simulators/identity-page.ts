import {
  type DemoGroup,
  type DemoPerson,
  demoGroups,
  demoOrganisation,
  demoPeople,
} from '@/lib/integrations/people';
import { Html, html, layout } from '@/lib/integrations/simulators/page';

export type IssuerName = 'vneid' | 'staff';

export const issuerBrand = {
  vneid: 'VNeID – Định danh điện tử (mô phỏng)',
  staff: 'Đăng nhập tập trung Bộ Y tế (mô phỏng)',
} as const satisfies Record<IssuerName, string>;

const peopleOf = (issuer: IssuerName) =>
  demoPeople.filter((person) => person.issuer === (issuer === 'vneid' ? 'citizen' : 'staff'));

export function findPerson(issuer: IssuerName, account: string): DemoPerson | undefined {
  return peopleOf(issuer).find((person) => person.account === account);
}

function personButton({ account, name, organisationId, title }: DemoPerson): Html {
  const position = organisationId === null ? title : `${title}, ${demoOrganisation.name}`;
  return html`<li><button class="person" name="account" value="${account}"><b>${name}</b><span>${position}</span><code>${account}</code></button></li>`;
}

function groupList(group: DemoGroup, people: readonly DemoPerson[]): Html {
  const list = html`<ul class="people">${people.map(personButton)}</ul>`;
  if (group === 'other_departments')
    return html`<details><summary>${demoGroups[group]} (${people.length})</summary>${list}</details>`;
  return html`<h2>${demoGroups[group]}</h2>${list}`;
}

/** Whoever sits there picks the person to be; there is no password to know. */
export function signInPage(issuer: IssuerName, action: string): Html {
  const people = peopleOf(issuer);
  const groups = (Object.keys(demoGroups) as DemoGroup[])
    .map((group) => [group, people.filter((person) => person.group === group)] as const)
    .filter(([, members]) => members.length > 0);
  const body = html`<h1>Chọn người đăng nhập</h1>
<p class="lead">Trang này thay cho bước xác thực thật nên không hỏi mật khẩu. Bấm vào một người để vào cổng với vai của người đó.</p>
<form method="post" action="${action}">
${groups.map(([group, members]) => groupList(group, members))}
<div class="actions"><button class="act quiet" name="cancel" value="1">Hủy đăng nhập</button></div>
</form>`;
  return layout({ title: 'Đăng nhập', brand: issuerBrand[issuer], body });
}

/** `form` is the issuer's own form element with its anti-forgery value. */
export function signOutPage(issuer: IssuerName, form: string): Html {
  const body = html`<h1>Đăng xuất khỏi ${issuer === 'vneid' ? 'VNeID' : 'tài khoản Bộ Y tế'}</h1>
<p class="lead">Nên đăng xuất khi dùng máy chung.</p>${new Html(form)}
<div class="actions"><button class="act" form="op.logoutForm" name="logout" value="yes">Đăng xuất</button>
<button class="act quiet" form="op.logoutForm">Giữ đăng nhập</button></div>`;
  return layout({ title: 'Đăng xuất', brand: issuerBrand[issuer], body });
}

export function messagePage(
  issuer: IssuerName,
  message: { title: string; text: string; portal: string },
): Html {
  const body = html`<h1>${message.title}</h1><p class="lead">${message.text}</p>
<p><a href="${message.portal}">Về cổng của Bộ Y tế</a></p>`;
  return layout({ title: message.title, brand: issuerBrand[issuer], body });
}
