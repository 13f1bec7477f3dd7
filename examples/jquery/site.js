jQuery(($) => {
  // サイトにもとからあるプログラムは、そのまま動きます。
  $('.menu a').on('click', (event) => {
    event.preventDefault();
    $('.menu a').removeClass('current');
    $(event.currentTarget).addClass('current');
  });

  // あとから data- を書きかえると、一覧も変わります。
  $('.change').on('click', () => $('[data-kankei]').attr('data-sort', 'deadline'));

  // 部品のイベントは、ページのどこででも受け取れます。個人情報は含まれません。
  $(document).on('kankei-program-list-load', (event) => {
    $('.total').text(`${event.originalEvent.total}件`);
  });
});
